export const SOMEBODY: {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly token: string;
};
export const WORKSPACE_PATH: string;
export const SIGNED_IN: { readonly cookie: string };
export function inWorkspace(path: string): string;
export function ask(
  origin: string,
  path: string,
  init?: RequestInit & { readonly headers?: Readonly<Record<string, string>> },
): Promise<Response>;
interface Owner {
  query(text: string, values: readonly unknown[]): Promise<unknown>;
}
export interface Person {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly token: string;
  readonly role?: 'owner' | 'member' | 'viewer';
  readonly workspaceId?: string;
}
export function addSomebody(owner: Owner): Promise<void>;
export function addPerson(owner: Owner, person: Person): Promise<void>;
export function setUp(origin: string): Promise<{ readonly cookie: string }>;
