/**
 * The negative control of a check: `work` has to fail, and to say why.
 *
 * @param because what the failure has to say, a regular expression
 */
export async function mustRefuse(what, because, work) {
  const error = await failureOf(work);
  if (error === undefined) throw new Error(`${what} was accepted, so this check would notice nothing`);
  if (!because.test(error.message)) {
    throw new Error(`${what} was refused, but not because of ${because}`, { cause: error });
  }
}

async function failureOf(work) {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error;
  }
}
