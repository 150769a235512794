// The tree of a PowerShell script, by the grammar of tree-sitter-powershell: every node, in order.
import path from 'node:path';
import { Language, Parser } from 'web-tree-sitter';

await Parser.init();
const parser = new Parser();
parser.setLanguage(
  await Language.load(
    path.resolve('node_modules/tree-sitter-powershell/tree-sitter-powershell.wasm'),
  ),
);

export function nodesOf(script) {
  const tree = parser.parse(script);
  if (!tree) throw new Error('the script has no tree');
  const cursor = tree.walk();
  const nodes = [];
  const visit = () => {
    const isLeaf = !cursor.gotoFirstChild();
    if (!isLeaf) {
      const at = nodes.length;
      do visit();
      while (cursor.gotoNextSibling());
      cursor.gotoParent();
      nodes.splice(at, 0, nodeAt(cursor, false));
    } else nodes.push(nodeAt(cursor, true));
  };
  visit();
  tree.delete();
  return nodes;
}

const nodeAt = ({ nodeType, nodeText, nodeIsMissing }, isLeaf) => ({
  type: nodeType,
  text: nodeText,
  isLeaf,
  isFault: nodeIsMissing || nodeType === 'ERROR',
});
