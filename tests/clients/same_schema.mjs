// Compares three schemas: the published one, the one that get-graphql-schema printed, and the answer to the introspection
// query of today's GraphQL.
import { readFileSync } from "node:fs";
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  lexicographicSortSchema,
  printSchema,
  validateSchema,
} from "graphql";

// A description may be broken into other lines.
const plain = (schema) =>
  printSchema(lexicographicSortSchema(schema))
    .replace(/\s+/g, " ")
    .replace(/ ?""" ?/g, '"""')
    .split('"""');
const published = buildSchema(readFileSync("schema.graphql", "utf8"));
const invalid = validateSchema(published);
if (invalid.length > 0) {
  throw new Error(`the published schema is not valid: ${invalid.join("\n")}`);
}

const query = getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true });
const answer = await fetch(`${process.env.PORTAL_URL}/graphql`, {
  method: "POST",
  headers: {
    "content-type": "application/json",
    authorization: process.env.PORTAL_AUTHORIZATION,
  },
  body: JSON.stringify({ query }),
});
const { data, errors } = await answer.json();
if (errors) {
  throw new Error(JSON.stringify(errors));
}

const wanted = plain(published);
// The GraphQL of 2018 knows no @specifiedBy.
const then = wanted.map((part) => part.replace(/ @specifiedBy\([^)]*\)/g, ""));
compare("get-graphql-schema", plain(buildSchema(readFileSync("told.graphql", "utf8"))), then);
compare("introspection", plain(buildClientSchema(data)), wanted);

function compare(name, told, wanted) {
  const other = wanted.findIndex((part, at) => part !== told[at]);
  if (other >= 0 || told.length !== wanted.length) {
    throw new Error(`${name} tells ${told[other]} and not ${wanted[other]}`);
  }
}
