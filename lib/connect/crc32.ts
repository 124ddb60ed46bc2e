/** The CRC-32 of a text of one-byte characters (ITU-T V.42). */
export const crc32 = (text: string): number => {
  let rest = -1
  for (const character of text) {
    rest ^= character.charCodeAt(0)
    for (let bit = 8; bit--; ) rest = (rest >>> 1) ^ (rest & 1 && 0xedb88320)
  }
  return ~rest >>> 0
}
