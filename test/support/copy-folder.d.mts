export declare function copyFolder(from: string, to: string): void;
