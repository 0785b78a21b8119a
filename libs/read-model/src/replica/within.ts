/** What is answered in time. Whatever comes later is given to `late`. @throws Error when there is nothing by then */
export async function within<Answer>(
  milliseconds: number,
  asking: Promise<Answer>,
  late: (answer: Answer) => void,
): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  let isLate = false;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      isLate = true;
      reject(new Error(`does not answer within ${milliseconds} ms`));
    }, milliseconds);
  });
  asking.then(
    (answer) => isLate && late(answer),
    () => undefined,
  );
  try {
    return await Promise.race([asking, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
