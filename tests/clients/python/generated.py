"""Uses the client that ariadne-codegen made of the schema and of queries.graphql."""

import datetime
import os

import httpx
from portal_client import (
    ApprovalStateFilter,
    ApprovalWhere,
    DayFilter,
    PortalClient,
    StatutoryRiskLevel,
    StatutoryRiskRowWhere,
)
from portal_client.enums import ApprovalState

client = PortalClient(
    f"{os.environ['PORTAL_URL']}/graphql",
    http_client=httpx.Client(headers={"Authorization": os.environ["PORTAL_AUTHORIZATION"]}),
)
ends = DayFilter(from_=datetime.date(2020, 1, 1))
rows, after = [], None
while True:
    page = client.risks(after=after, where=StatutoryRiskRowWhere(ends_on=ends))
    page = page.reports.statutory_risk
    rows += page.nodes
    if not page.page_info.has_next_page:
        break
    after = page.page_info.end_cursor

levels = {row.risk for row in rows} - {None}
assert levels <= set(StatutoryRiskLevel), levels
assert all(isinstance(row.forecast_award_on, datetime.date) for row in rows)

approved = ApprovalStateFilter(eq=ApprovalState.APPROVED)
approvals = client.answered(where=ApprovalWhere(state=approved)).approvals.nodes
assert approvals and all(one.state is ApprovalState.APPROVED for one in approvals)
assert all(one.asked_at.tzinfo and one.task.title for one in approvals)
print(f"{len({row.enrolment_id for row in rows})} of {page.total_count}")
