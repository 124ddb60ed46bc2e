/** How many bytes are to be sent; of a stream nobody knows. */
export const sizeOf = (body: unknown): number => new Blob((body instanceof FormData ? [...body].flat() : [body ?? '']) as BlobPart[]).size

/** A copy of what is to be sent, as it is now: the page may go on to change it. */
export const copyOf = (body: unknown): unknown => {
  if (body instanceof URLSearchParams) return new URLSearchParams(body)
  // A blob without a type is sent as bytes are.
  if ((body as ArrayBuffer | null)?.byteLength) return new Blob([body as ArrayBuffer])
  if (!(body instanceof FormData)) return body
  const copy = new FormData()
  body.forEach((value, name) => copy.append(name, value))
  return copy
}
