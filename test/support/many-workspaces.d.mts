export declare const WORKSPACES: readonly string[];
export declare function pathOf(shard: number): string;
export declare function createManyWorkspaces(owner: {
  query(text: string, values?: readonly unknown[]): Promise<unknown>;
}): Promise<void>;
