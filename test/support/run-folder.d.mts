export declare function makeRunFolder(): string;
export declare function removeLeftovers(parent?: string): Promise<void>;
export declare function processesIn(isMeant: (folder: string) => boolean): number[];
