/** The base metrics of CVSS 4.0 in the order of a vector, with what each value says. Source: FIRST, CVSS v4.0 specification. */
export type CvssMetric = {
  readonly id: string;
  readonly name: string;
  /** From most to least severe. */
  readonly values: readonly { readonly id: string; readonly name: string; readonly says: string }[];
};

const impact = (what: string, where: string): CvssMetric['values'] => [
  { id: 'H', name: 'High', says: `All ${what} of ${where} is lost, or what is lost matters most.` },
  { id: 'L', name: 'Low', says: `Some ${what} of ${where} is lost, without grave consequence.` },
  { id: 'N', name: 'None', says: `No ${what} of ${where} is lost.` },
];

const vulnerable = 'the vulnerable system';
const subsequent = 'other systems';

export const cvssBaseMetrics: readonly CvssMetric[] = [
  {
    id: 'AV',
    name: 'Attack vector',
    values: [
      { id: 'N', name: 'Network', says: 'Reachable from anywhere over a network.' },
      { id: 'A', name: 'Adjacent', says: 'Only from the same network or a nearby radio.' },
      { id: 'L', name: 'Local', says: 'Needs access to the machine, or a user who opens something there.' },
      { id: 'P', name: 'Physical', says: 'Needs hands on the device.' },
    ],
  },
  {
    id: 'AC',
    name: 'Attack complexity',
    values: [
      { id: 'L', name: 'Low', says: 'No protection has to be got around.' },
      { id: 'H', name: 'High', says: 'A protection such as address randomization has to be got around.' },
    ],
  },
  {
    id: 'AT',
    name: 'Attack requirements',
    values: [
      { id: 'N', name: 'None', says: 'Works whatever state the system is in.' },
      { id: 'P', name: 'Present', says: 'Needs a condition such as winning a race or a certain deployment.' },
    ],
  },
  {
    id: 'PR',
    name: 'Privileges required',
    values: [
      { id: 'N', name: 'None', says: 'No account is needed.' },
      { id: 'L', name: 'Low', says: 'An ordinary account is needed.' },
      { id: 'H', name: 'High', says: 'An administrative account is needed.' },
    ],
  },
  {
    id: 'UI',
    name: 'User interaction',
    values: [
      { id: 'N', name: 'None', says: 'Nobody else has to do anything.' },
      { id: 'P', name: 'Passive', says: 'A user only has to do what they do anyway, such as open a page.' },
      { id: 'A', name: 'Active', says: 'A user has to do something particular against a warning or habit.' },
    ],
  },
  { id: 'VC', name: 'Confidentiality of the system', values: impact('confidentiality', vulnerable) },
  { id: 'VI', name: 'Integrity of the system', values: impact('integrity', vulnerable) },
  { id: 'VA', name: 'Availability of the system', values: impact('availability', vulnerable) },
  { id: 'SC', name: 'Confidentiality beyond it', values: impact('confidentiality', subsequent) },
  { id: 'SI', name: 'Integrity beyond it', values: impact('integrity', subsequent) },
  { id: 'SA', name: 'Availability beyond it', values: impact('availability', subsequent) },
];

/** The values that the threat, environmental and supplemental metrics may take. */
export const cvssOtherMetrics: Readonly<Record<string, readonly string[]>> = {
  E: ['X', 'A', 'P', 'U'],
  CR: ['X', 'H', 'M', 'L'],
  IR: ['X', 'H', 'M', 'L'],
  AR: ['X', 'H', 'M', 'L'],
  MAV: ['X', 'N', 'A', 'L', 'P'],
  MAC: ['X', 'L', 'H'],
  MAT: ['X', 'N', 'P'],
  MPR: ['X', 'N', 'L', 'H'],
  MUI: ['X', 'N', 'P', 'A'],
  MVC: ['X', 'H', 'L', 'N'],
  MVI: ['X', 'H', 'L', 'N'],
  MVA: ['X', 'H', 'L', 'N'],
  MSC: ['X', 'H', 'L', 'N'],
  MSI: ['X', 'S', 'H', 'L', 'N'],
  MSA: ['X', 'S', 'H', 'L', 'N'],
  S: ['X', 'N', 'P'],
  AU: ['X', 'N', 'Y'],
  R: ['X', 'A', 'U', 'I'],
  V: ['X', 'D', 'C'],
  RE: ['X', 'L', 'M', 'H'],
  U: ['X', 'Clear', 'Green', 'Amber', 'Red'],
};
