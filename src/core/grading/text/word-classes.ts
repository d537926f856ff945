/** Closed word classes of English, as the tokenizer writes them: lower case, contractions cut to their parts. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const determiners = words('a an the my your our their his these those every each');
export const pronouns = words(
  'i we you he she they it me us him them who someone somebody anyone anybody everybody everyone',
);
export const prepositions = words(
  'of in on at by for with from into onto about through over under between against during across per via within behind',
);
export const conjunctions = words(
  'and or but so because if when while whereas although though since unless until than as',
);
export const auxiliaries = words(
  'is are was were be been being am do does did has have had will would can could should shall may might must cannot',
);
const others = words(
  `to that this there here then also just very too only even still more most much many some any all both other another same such
   what which how where why whose whom not no never nor none nothing nobody without well again back up down out off
   really actually quite rather its it's yes now ever always often usually sometimes already yet thing things stuff
   myself yourself itself themselves ourselves own let get got go going make like way lot bit kind sort okay`,
);

/** Words that carry grammar instead of subject matter. */
export const functionWords: ReadonlySet<string> = new Set([
  ...determiners,
  ...pronouns,
  ...prepositions,
  ...conjunctions,
  ...auxiliaries,
  ...others,
]);

/** Words that may stand anywhere inside a phrase without changing it. */
export const skippable = words(
  `a an the is are was were be been being am to of that this it just really very so then also do does did has have had will
   would can could should may might must we you they he she there here actually even quite too always still basically simply
   some any all these those my our your their its his her`,
);

export const fillers = words('um uh uhm erm er hmm mm ah eh umm uhh mhm');

/** Words that turn round what follows them. `not` also stands for the "n't" that the tokenizer splits off. */
export const negators = words(
  'not never no none nobody nothing neither nor without cannot hardly barely nowhere',
);
