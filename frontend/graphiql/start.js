// Starts the explorer: it asks as the person who is signed in on this site.
const ask = async (question) => {
  const answer = await fetch("/graphql", {
    method: "POST",
    credentials: "same-origin",
    headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json, application/json" },
    body: JSON.stringify(question),
  });
  return answer.json();
};

// What somebody brought along stands behind the address's #, which no server gets to see.
const brought = new URLSearchParams(location.hash.slice(1));
const given = { query: brought.get("query") ?? undefined, variables: brought.get("variables") ?? undefined };

ReactDOM.createRoot(document.getElementById("graphiql")).render(
  React.createElement(GraphiQL, { fetcher: ask, defaultEditorToolsVisibility: true, shouldPersistHeaders: false, ...given }),
);
