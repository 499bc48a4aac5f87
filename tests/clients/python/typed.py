"""Reads who is at risk with the types that sgqlc made of the schema."""

import os

from portal_schema import portal_schema
from sgqlc.endpoint.requests import RequestsEndpoint
from sgqlc.operation import Operation

endpoint = RequestsEndpoint(
    f"{os.environ['PORTAL_URL']}/graphql",
    {"Authorization": os.environ["PORTAL_AUTHORIZATION"]},
)
found, after = [], None
while True:
    operation = Operation(portal_schema.Query)
    rows = operation.participants(
        first=5,
        after=after,
        where={"state": {"oneOf": list(portal_schema.EnrolmentState.__choices__)}},
        order_by={"field": "SCHOOL"},
    )
    rows.total_count()
    rows.nodes.id()
    rows.nodes.started_on()
    rows.nodes.person.name()
    rows.nodes.school.name()
    rows.page_info.__fields__("has_next_page", "end_cursor")
    answer = endpoint(operation)
    assert "errors" not in answer, answer["errors"]
    participants = (operation + answer).participants
    found += participants.nodes
    if not participants.page_info.has_next_page:
        break
    after = participants.page_info.end_cursor

assert all(one.person.name and one.school.name for one in found)
print(f"{len({one.id for one in found})} of {participants.total_count}")
