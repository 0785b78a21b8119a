/** Ends in failure with the words of an error, without the place in our code, which tells nobody anything. */
export function complain(error) {
  console.error(error.message);
  process.exitCode = 1;
}
