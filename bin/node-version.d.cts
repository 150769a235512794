export declare function isEnough(version: string): boolean;
export declare function sentence(version: string, language: string): string;
export declare function check(): void;
