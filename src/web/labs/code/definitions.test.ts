import { expect, it } from 'vitest';
import { definitionOf, definitionsIn } from './definitions.ts';

const places = (path: string, content: string) =>
  Object.fromEntries([...definitionsIn([{ path, content }])].map(([word, found]) => [word, found[0]?.line]));

it('finds what Python, Go, Java and JavaScript files define', () => {
  expect(
    places('a.py', 'LIMIT = 5\n\nasync def find(term):\n    x = 1\nclass Store:\n    def add(self):\n'),
  ).toEqual({
    ...{ LIMIT: 1, find: 3, Store: 5, add: 6 },
  });
  expect(places('a.go', 'type Server struct{}\nfunc (s *Server) Start() {\nvar limit = 5\n')).toEqual({
    ...{ Server: 1, Start: 2, limit: 3 },
  });
  expect(
    places(
      'A.java',
      'public class Store {\n  private final int limit = 5;\n  public List<String> all(int n) {\n',
    ),
  ).toEqual({
    ...{ Store: 1, limit: 2, all: 3 },
  });
  expect(
    places('a.js', 'export function find() {\nconst limit = 5;\n  async add(one) {\n  if (one) {\n'),
  ).toEqual({
    ...{ find: 1, limit: 2, add: 3 },
  });
});

it('prefers the definition in the same file, and goes on from there', () => {
  const all = definitionsIn([
    { path: 'a.py', content: 'def find():\n' },
    { path: 'b.py', content: '\ndef find():\n' },
  ]);
  expect(definitionOf(all, 'find', { file: 'b.py', line: 9 })).toEqual({ file: 'b.py', line: 2 });
  expect(definitionOf(all, 'find', { file: 'b.py', line: 2 })).toEqual({ file: 'a.py', line: 1 });
  expect(definitionOf(all, 'absent', { file: 'b.py', line: 2 })).toBeUndefined();
});
