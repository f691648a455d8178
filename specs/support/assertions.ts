/** A test without an assertion would be green whatever happens: it fails instead. */
beforeEach(() => {
  expect.hasAssertions();
});
