const FEN = 100;

/** Money in yuan, with two decimals only where there are fen. */
export const yuanOf = (fen: number): string => (fen % FEN === 0 ? String(fen / FEN) : (fen / FEN).toFixed(2));

const YUAN = /^\d{1,7}(?:\.\d{1,2})?$/;

/** What somebody typed as yuan, in fen; undefined for what is no amount. */
export const fenOf = (typed: string): number | undefined => {
  const text = typed.trim();
  const fen = YUAN.test(text) ? Math.round(Number(text) * FEN) : 0;
  return fen > 0 ? fen : undefined;
};
