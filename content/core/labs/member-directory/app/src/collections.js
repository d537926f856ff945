import { readFileSync } from 'node:fs';
import { find } from 'mingo';
import { config } from './config.js';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

export const collections = {
  members: read(config.membersFile),
  invites: read(config.invitesFile),
  links: [],
};

export const findOne = (name, filter) => find(collections[name], filter).next();

export const findMany = (name, filter, { sort, skip, limit }) =>
  find(collections[name], filter).sort(sort).skip(skip).limit(limit).all();

export function insert(name, document) {
  collections[name].push(document);
  return document;
}

export function remove(name, document) {
  collections[name] = collections[name].filter((other) => other !== document);
}
