/** Finds where a program makes a number of a text, by the types that the compiler knows. */
import { relative } from 'node:path';
import ts from 'typescript';

/** Methods that do it, whatever they are given. */
const READERS: ReadonlySet<string> = new Set([
  'parseDecimal',
  'parseFraction',
  'parseInt',
  'parseFloat',
]);
/** Functions that do it where they are given a text. */
const CASTS: ReadonlySet<string> = new Set(['Number', 'BigInt']);

/** By file below `root`, each place: `12: Number(digits)`. */
export function parsedNumbers(
  root: string,
  files: readonly string[],
  options: ts.CompilerOptions,
): Map<string, string[]> {
  const program = ts.createProgram(files, { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const found = new Map<string, string[]>();
  for (const file of program.getSourceFiles()) {
    const path = relative(root, file.fileName);
    if (file.isDeclarationFile || path.startsWith('..')) continue;
    const places = placesIn(file, checker);
    if (places.length > 0) found.set(path, places);
  }
  return found;
}

function placesIn(file: ts.SourceFile, checker: ts.TypeChecker): string[] {
  const places: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isParsing(node, checker)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      places.push(`${line + 1}: ${node.getText(file)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return places;
}

function isParsing(node: ts.Node, checker: ts.TypeChecker): boolean {
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.PlusToken)
    return mayBeText(node.operand, checker);
  if (!ts.isCallExpression(node)) return false;
  const { expression, arguments: given } = node;
  // Number handed to a function that is given texts, such as map
  if (given.some((one) => ts.isIdentifier(one) && CASTS.has(one.text))) return true;
  if (ts.isPropertyAccessExpression(expression)) return READERS.has(expression.name.text);
  if (!ts.isIdentifier(expression)) return false;
  if (READERS.has(expression.text)) return true;
  return CASTS.has(expression.text) && given.some((one) => mayBeText(one, checker));
}

const NUMERIC = ts.TypeFlags.NumberLike | ts.TypeFlags.BigIntLike | ts.TypeFlags.BooleanLike;

/** Of any type but numbers and truth values. */
function mayBeText(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const type = checker.getTypeAtLocation(node);
  const types = type.isUnion() ? type.types : [type];
  return types.some(({ flags }) => (flags & NUMERIC) === 0);
}
