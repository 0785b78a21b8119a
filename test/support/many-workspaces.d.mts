export declare const WORKSPACES: readonly string[];
export declare function addressOf(shard: number): string;
export declare function workspaceAt(host: string): string | undefined;
export declare function createManyWorkspaces(owner: {
  query(text: string, values?: readonly unknown[]): Promise<unknown>;
}): Promise<void>;
