// What a component that shows a growing list of tasks would declare: forwards, with a filter and an order.
import { graphql } from "react-relay";

graphql`
  query TasksQuery($count: Int!, $cursor: String, $where: TaskWhere) {
    ...Tasks_list @arguments(count: $count, cursor: $cursor, where: $where)
  }
`;

graphql`
  fragment Tasks_list on Query
  @refetchable(queryName: "TasksPageQuery")
  @argumentDefinitions(
    count: { type: "Int", defaultValue: 20 }
    cursor: { type: "String" }
    where: { type: "TaskWhere" }
  ) {
    tasks(
      first: $count
      after: $cursor
      where: $where
      orderBy: { field: DUE_ON, direction: DESC }
    ) @connection(key: "Tasks_tasks", filters: ["where"]) {
      totalCount
      edges {
        node {
          id
          title
          dueOn
          enrolment {
            id
            school {
              id
              name
            }
          }
        }
      }
    }
  }
`;
