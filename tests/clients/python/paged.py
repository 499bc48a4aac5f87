"""Reads all tasks with gql: with the portal's own schema, by variables, page by page."""

import os

from gql import Client, gql
from gql.transport.exceptions import TransportQueryError
from gql.transport.requests import RequestsHTTPTransport
from graphql import GraphQLError

transport = RequestsHTTPTransport(
    url=f"{os.environ['PORTAL_URL']}/graphql",
    headers={"Authorization": os.environ["PORTAL_AUTHORIZATION"]},
)
page = gql("""
    query ($first: Int!, $after: String, $where: TaskWhere, $orderBy: TaskOrder) {
      tasks(first: $first, after: $after, where: $where, orderBy: $orderBy) {
        totalCount
        nodes { id title dueOn state enrolment { school { name } } }
        pageInfo { hasNextPage endCursor }
      }
    }
""")
variables = {
    "first": 60,
    "after": None,
    "where": {"not": {"state": {"oneOf": []}}},
    "orderBy": {"field": "DUE_ON", "direction": "DESC"},
}
found = {}
with Client(transport=transport, fetch_schema_from_transport=True) as session:
    while True:
        page.variable_values = variables
        tasks = session.execute(page)["tasks"]
        found |= {task["id"]: task for task in tasks["nodes"]}
        if not tasks["pageInfo"]["hasNextPage"]:
            break
        variables = {**variables, "after": tasks["pageInfo"]["endCursor"]}

    # What does not fit the schema does not even leave the client.
    try:
        session.execute(gql("{ tasks(first: 1) { nodes { luck } } }"))
        raise AssertionError("the schema was not fetched")
    except TransportQueryError:
        raise
    except GraphQLError as told:
        assert "luck" in str(told), told

    # What the portal refuses comes with its code.
    try:
        session.execute(gql("{ tasks(first: 101) { totalCount } }"))
        raise AssertionError("a page of 101 rows was answered")
    except TransportQueryError as told:
        assert told.errors[0]["extensions"]["code"] == "PAGE_TOO_LARGE", told

days = [task["dueOn"] for task in found.values()]
assert days == sorted(days, reverse=True)
print(f"{len(found)} of {tasks['totalCount']}")
