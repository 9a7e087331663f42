/* global document, GraphiQL, React, ReactDOM */
// Runs in the browser: opens GraphiQL on our own endpoint, with the examples as tabs.
const tabs = JSON.parse(document.getElementById('tabs').textContent);
const playground = React.createElement(GraphiQL, {
  fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
  defaultTabs: tabs.map(({ query }) => ({ query })),
  shouldPersistHeaders: false,
  defaultEditorToolsVisibility: 'variables',
});
ReactDOM.createRoot(document.getElementById('playground')).render(playground);
