import { strToU8 } from 'fflate';

/** A file that no editor would give, made to harm whoever reads it. */
export interface HostileBook {
  bytes: () => Uint8Array;
  /** What is said of it; absent where it may be read as well. */
  refused?: RegExp;
}

export const text = (content: string): Uint8Array => strToU8(content);

/** Entities that multiply, and one that is a file, as document types. */
export const entities =
  '<!DOCTYPE a [<!ENTITY a "哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>';
export const external = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
