import { describe, expect, it } from 'vitest';
import { laneStackOf, laneStacks } from '#infra/stacks/lanes-stack.ts';
import { districtOf, manyDepartments } from './district-of.ts';
import { synthesise } from './synthesised.ts';

const idsOf = ({ resources }: ReturnType<typeof synthesise>): string[] => resources.map(({ stack, id }) => `${stack}/${id}`);

describe.each([60, 200])('%d departments', (count) => {
  const ids = manyDepartments(count);
  const synthesised = synthesise({ district: 'example' }, districtOf(ids));
  const { templates, resources } = synthesised;

  it('fit: a lane for each, and no stack near what CloudFormation takes', () => {
    for (const [name, { Resources = {}, Outputs = {} }] of Object.entries(templates)) {
      expect(Object.keys(Resources).length, name).toBeLessThan(400);
      expect(Object.keys(Outputs).length, name).toBeLessThan(200);
      expect(JSON.stringify(templates[name]).length, name).toBeLessThan(1_000_000);
    }
    const names = resources.map(({ properties }) => properties.QueueName);
    expect(ids.filter((id) => !names.includes(`hotline-dev-example-work-${id}`))).toEqual([]);
  });

  it('leave every role and policy within what IAM takes', () => {
    const sizes = { 'AWS::IAM::Role': 10_240, 'AWS::IAM::Policy': 10_240, 'AWS::IAM::ManagedPolicy': 6_144 };
    const attached = new Map<string, number>();
    for (const { stack, id, type, properties } of resources) {
      const most = sizes[type as keyof typeof sizes];
      if (most === undefined) continue;
      const document = JSON.stringify(properties.Policies ?? properties.PolicyDocument ?? []);
      const written = document.replaceAll(/\{"Ref":"AWS::(\w+)"\}/g, '"aws-cn-north-1"');
      expect(written.replaceAll(/[\s"[\],]|Fn::Join/g, '').length, id).toBeLessThan(most);
      const roles = type === 'AWS::IAM::ManagedPolicy' ? properties.Roles : [];
      for (const { Ref } of roles) attached.set(`${stack}/${Ref}`, (attached.get(`${stack}/${Ref}`) ?? 0) + 1);
    }
    expect(Math.max(0, ...attached.values())).toBeLessThanOrEqual(10);
  });

  it('and one more moves none of the others', () => {
    const there = new Set(idsOf(synthesise({ district: 'example' }, districtOf([...ids, 'latecomer']))));
    expect(idsOf(synthesised).filter((name) => !there.has(name))).toEqual([]);
  });

  it('and one fewer takes its own lane away, and nothing else', () => {
    const [gone = '', ...others] = ids;
    const left = new Set(idsOf(synthesise({ district: 'example' }, districtOf(others))));
    const missing = idsOf(synthesised).filter((name) => !left.has(name));
    const lane = gone.replaceAll('-', '');
    expect(missing.length).toBeGreaterThan(0);
    expect(missing.filter((name) => !name.includes(`-lanes-${laneStackOf(gone)}/${lane}`))).toEqual([]);
  });
});

describe('departments', () => {
  it('are spread over the lane stacks by their ids alone, for ever', () => {
    const departments = ['water', 'heating', 'volunteers', 'mediation'];
    expect(departments.map(laneStackOf)).toEqual([9, 0, 13, 2]);
  });

  it('are spread evenly enough that no stack of two hundred is near its limit, whatever their ids are', () => {
    const LANE = 14;
    for (let round = 0; round < 200; round += 1) {
      const { departments } = districtOf(['one']);
      const many = Array.from({ length: 200 }, (_, n) => ({
        ...(departments[0] as (typeof departments)[0]),
        id: `r${round}-${n}`,
      }));
      expect(Math.max(...laneStacks(many).map(({ length }) => length * LANE))).toBeLessThan(450);
    }
  });

  it('with names that are too long for a queue are refused in a sentence', () => {
    const long = { ...districtOf(['d'.repeat(40)]), id: 'x'.repeat(30) };
    expect(() => synthesise({}, long)).toThrow(
      /^The queue hotline-dev-x+-routing-d+ can have at most 80 characters: give the district/,
    );
  });
});

describe('a lane stack without departments', () => {
  const { templates } = synthesise({ district: 'example' }, districtOf(['water']));
  const lanes = Object.keys(templates).filter((name) => name.includes('-lanes-'));

  it('stays in the app with nothing in it, so that cdk deletes the one that is deployed', () => {
    const numbers = lanes.map((name) => Number(name.split('-').at(-1))).sort((one, other) => one - other);
    expect(numbers).toEqual(laneStacks([]).map((_, number) => number));
    expect(lanes.filter((name) => templates[name].Resources)).toEqual([`hotline-dev-example-lanes-${laneStackOf('water')}`]);
  });

  it('can be deleted: it is not protected, and nothing needs what is in it', () => {
    const prod = synthesise({ stage: 'prod', district: 'example' });
    const stacks = prod.app.synth().stacks.filter(({ stackName }) => stackName.includes('-lanes-'));
    expect(stacks.filter(({ terminationProtection }) => terminationProtection)).toEqual([]);
    const exported = stacks.flatMap(({ template }) => Object.values<any>(template.Outputs ?? {}).filter(({ Export }) => Export));
    expect(exported).toEqual([]);
  });
});
