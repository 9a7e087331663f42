import { Field } from 'type-graphql';

import { recordField, type FormClass } from './formFields.ts';

/** Puts a heading into a form: the property's name is the group's code in the catalogue, in camel case. */
export function Group(type: () => FormClass): (target: object, key: string) => void {
  return (target, key) => {
    Field(type, { simple: true })(target, key);
    recordField(target, { kind: 'group', name: key, type });
  };
}
