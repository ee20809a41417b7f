/** Whole numbers of 0 to 2³²−1 as bytes, seven bits a byte, the low ones first (LEB128): small numbers take one byte. */
export function writeVarints(numbers: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 5);
  let end = 0;
  for (let number of numbers) {
    while (number > 0x7f) {
      bytes[end] = (number & 0x7f) | 0x80;
      end += 1;
      number >>>= 7;
    }
    bytes[end] = number;
    end += 1;
  }
  return bytes.slice(0, end);
}

/** The reverse of {@link writeVarints}. */
export function readVarints(bytes: Uint8Array): Uint32Array {
  const numbers = new Uint32Array(bytes.length);
  let count = 0;
  let number = 0;
  let shift = 0;
  for (const byte of bytes) {
    number |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte < 0x80) {
      numbers[count] = number;
      count += 1;
      number = 0;
      shift = 0;
    }
  }
  return numbers.subarray(0, count);
}
