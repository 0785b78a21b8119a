import { encode } from 'uqr';

/** A QR code as what an SVG needs: the length of its sides, and the path of its dark squares. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

export function qrCode(text: string): QrCode {
  // Four squares of light around it: what ISO/IEC 18004 asks for, so that cameras find it.
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const squares = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')));
  return { size, path: squares.join('') };
}
