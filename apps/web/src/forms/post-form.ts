import { Post, Res } from '@nestjs/common';

type Method = (...args: never[]) => Promise<void>;

/**
 * A route to which a form is posted. Its handler answers by itself, as `FormAnswers` does. Nest answers once more, and
 * makes an error of that, unless one parameter is the reply: here it is one behind those that the handler names.
 */
export function PostForm(path = '') {
  return (controller: object, name: string, method: TypedPropertyDescriptor<Method>): void => {
    Post(path)(controller, name, method);
    Res()(controller, name, method.value?.length ?? 0);
  };
}
