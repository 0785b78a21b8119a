import { z } from 'zod';

/** In base64url, and longer than any that an authenticator gives; the body of a request is limited besides. */
const bytes = z
  .string()
  .max(32 * 1024)
  .regex(/^[\w-]*=*$/);
const credential = { id: bytes, rawId: bytes, type: z.literal('public-key') };

/** Extensions are of no use here. */
const clientExtensionResults = z.unknown().transform(() => ({}));

/** What a browser says of a new passkey: RegistrationResponseJSON of WebAuthn. */
export const newPasskeyAnswer = fromJson(
  z.object({
    ...credential,
    clientExtensionResults,
    response: z.object({
      clientDataJSON: bytes,
      attestationObject: bytes,
      transports: z
        .array(z.string().regex(/^[\w-]{1,32}$/))
        .max(16)
        .default([]),
    }),
  }),
);

/** What it says when somebody signs in with one: AuthenticationResponseJSON. */
export const passkeyAnswer = fromJson(
  z.object({
    ...credential,
    clientExtensionResults,
    response: z.object({
      clientDataJSON: bytes,
      authenticatorData: bytes,
      signature: bytes,
      userHandle: bytes.optional(),
    }),
  }),
);

/** A field of a form that holds JSON, which a script has put there. */
function fromJson<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue('no answer of a passkey');
        return z.NEVER;
      }
    })
    .pipe(schema);
}
