// Follows two connections to their end as usePaginationFragment does, without React: the runtime fetches a page, its
// store merges it with the pages before, and the fragment's data says whether there is more and from where.
const runtime = require("relay-runtime");

async function fetchFromPortal({ text }, variables) {
  const answer = await fetch(`${process.env.PORTAL_URL}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json",
      authorization: process.env.PORTAL_AUTHORIZATION,
    },
    body: JSON.stringify({ query: text, variables }),
  });
  const told = await answer.json();
  if (told.errors) {
    throw new Error(JSON.stringify(told.errors));
  }
  return told;
}

const generated = (name) => require(`./__generated__/${name}.graphql`);

async function follow({ name, component, variables, more }) {
  const environment = new runtime.Environment({
    network: runtime.Network.create(fetchFromPortal),
    store: new runtime.Store(new runtime.RecordSource()),
  });
  const query = generated(`${component}Query`);
  await runtime.fetchQuery(environment, query, variables).toPromise();
  const first = runtime.createOperationDescriptor(query, variables);
  environment.retain(first);

  const list = () => {
    const fragment = generated(`${component}_list`);
    const root = environment.lookup(first.fragment).data;
    return environment.lookup(runtime.getSelector(fragment, root)).data[name];
  };
  for (let cursor = more(list().pageInfo); cursor; cursor = more(list().pageInfo)) {
    const before = list().edges.length;
    const page = { ...variables, cursor };
    await runtime.fetchQuery(environment, generated(`${component}PageQuery`), page).toPromise();
    if (list().edges.length === before) {
      throw new Error(`no page of ${name} after ${cursor}`);
    }
  }
  const rows = new Set(list().edges.map((edge) => edge.node.id));
  console.log(`${name}: ${rows.size} of ${list().totalCount}`);
}

async function main() {
  await follow({
    name: "tasks",
    component: "Tasks",
    variables: { count: 100, cursor: null, where: { not: { title: { eq: "" } } } },
    more: (page) => page.hasNextPage && page.endCursor,
  });
  await follow({
    name: "participants",
    component: "Participants",
    variables: { count: 5, cursor: null },
    more: (page) => page.hasPreviousPage && page.startCursor,
  });
}

main();
