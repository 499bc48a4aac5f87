// Runs every audit of the GraphQL-over-HTTP specification against the portal, and prints a
// line for each that is not met, and the count.
import { serverAudits } from "graphql-http";

const url = `${process.env.PORTAL_URL}/graphql`;
let met = 0;
const audits = serverAudits({ url, fetchFn: fetch });
for (const audit of audits) {
  const result = await audit.fn();
  if (result.status === "ok") {
    met += 1;
  } else {
    console.log(`${result.status}: ${audit.id} ${audit.name}: ${result.reason}`);
  }
}
console.log(`${met} of ${audits.length} met`);
process.exitCode = met === audits.length ? 0 : 1;
