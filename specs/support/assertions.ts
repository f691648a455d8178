/** A test without an assertion would be green whatever happens: it fails instead. */
beforeEach(() => {
  expect.hasAssertions();
});

/** A bound, not a measure: a test that hangs is ended, and a busy machine fails none. Jest heeds no testTimeout of a project. */
jest.setTimeout(30_000);
