/** What is not needed for the first look. */

/** A function that fetches a module once; after a failure it tries again. */
export function later(name) {
  let fetched = null;
  let failures = 0;
  return () => {
    if (!fetched) {
      // A browser remembers a module that could not be fetched; another address is another try.
      fetched = import(`./${name}${failures ? `?${failures}` : ""}`);
      fetched.catch(() => { fetched = null; failures += 1; });
    }
    return fetched;
  };
}
