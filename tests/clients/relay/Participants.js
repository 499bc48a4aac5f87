// The other direction: a list that grows at its beginning.
import { graphql } from "react-relay";

graphql`
  query ParticipantsQuery($count: Int!, $cursor: String) {
    ...Participants_list @arguments(count: $count, cursor: $cursor)
  }
`;

graphql`
  fragment Participants_list on Query
  @refetchable(queryName: "ParticipantsPageQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" }) {
    participants(last: $count, before: $cursor) @connection(key: "Participants_participants") {
      totalCount
      edges {
        node {
          id
          person {
            id
            name
          }
        }
      }
    }
  }
`;
