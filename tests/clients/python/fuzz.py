"""What schemathesis needs to know about the portal, and what it holds every answer against."""

import json
import os
from collections import Counter
from zlib import crc32

import graphql
import requests
import schemathesis
from hypothesis import strategies as st
from schemathesis.graphql import nodes

schemathesis.graphql.scalar("NaiveDate", st.dates().map(str).map(nodes.String))
schemathesis.graphql.scalar(
    "DateTime", st.datetimes().map(lambda at: f"{at.isoformat()}Z").map(nodes.String)
)
schemathesis.graphql.scalar("JSON", st.just("{}").map(nodes.String))

IDS = """{
  tasks(first: 3) { nodes { id enrolment { id person { id } school { id } group { id } } approval { id } } }
  awards { id outcomes { id } }
  cohorts { id }
}"""


def ids(found):
    """Every id in an answer."""
    if isinstance(found, dict):
        own = [found["id"]] if "id" in found else []
        return own + [one for inner in found.values() for one in ids(inner)]
    return [one for inner in found for one in ids(inner)] if isinstance(found, list) else []


told = requests.post(
    f"{os.environ['PORTAL_URL']}/graphql",
    headers={"Authorization": os.environ["PORTAL_AUTHORIZATION"]},
    json={"query": IDS},
    timeout=10,
).json()
KNOWN = sorted(set(ids(told["data"])))


class Plausible(graphql.Visitor):
    """What is refused at the door tries little of what is behind it: most pages get a size that passes and begin at an
    end of the list, and most ids are those of something. The choice hangs on the value, so that each run is the same.
    """

    def __init__(self, types):
        super().__init__()
        self.types = types

    def enter_field(self, field, *_):
        definition = self.types.get_field_def()
        if definition is None or "first" not in definition.args:
            return
        size = 1 + crc32(graphql.print_ast(field).encode()) % 8
        if size < 8:
            paging = ("first", "last", "after", "before")
            others = [one for one in field.arguments if one.name.value not in paging]
            end = "last" if size == 7 and "last" in definition.args else "first"
            name = graphql.NameNode(value=end)
            page = graphql.ArgumentNode(name=name, value=nodes.Int(size % 4))
            field.arguments = (*others, page)

    def enter_string_value(self, value, *_):
        wanted = graphql.get_named_type(self.types.get_input_type())
        number = crc32(value.value.encode(errors="surrogatepass"))
        if wanted is graphql.GraphQLID and number % 8:
            return nodes.String(KNOWN[number // 8 % len(KNOWN)])


@schemathesis.hook
def map_body(context, body):
    types = graphql.TypeInfo(context.operation.schema.client_schema)
    return graphql.visit(body, graphql.TypeInfoVisitor(types, Plausible(types)))


codes = Counter()


@schemathesis.check
def every_answer_is_an_answer(context, response, case):
    """The portal never fails by its own fault, and never thinks for long."""
    assert response.status_code < 500, f"{response.status_code}: {response.text[:500]}"
    answer = response.json()
    found = [error["extensions"]["code"] for error in answer.get("errors", [])]
    codes.update(found or ["answered"])
    with open("codes.json", "w") as file:
        json.dump(codes, file)
    assert "INTERNAL" not in found, answer["errors"]
    assert response.elapsed < float(os.environ["LONGEST_SECONDS"]), f"{response.elapsed} s"
