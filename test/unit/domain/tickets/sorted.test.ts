import { describe, expect, it } from 'vitest';
import { sorted, understoodOf } from '#domain/tickets/sorted.ts';
import { readDistrict } from '#infra/district/read-district.ts';

const { district } = readDistrict('config/linzi');
const idOf = (town: string, name: string): string =>
  district.areas.find((area) => area.parent === town && area.name === name)?.id ?? expect.fail(name);

describe('where a matter is', () => {
  it.each([
    // Beside the town that the matter names, a village's name is one place.
    ['凤凰镇这边停水', '小徐村', idOf('fenghuang', '小徐村'), true],
    ['凤凰镇王桥村停水', '凤凰镇', idOf('fenghuang', '王桥村'), true],
    ['我住稷下街道，那边路灯坏了', '齐都镇', 'qidu', true],
    ['齐都镇停水', undefined, 'qidu', true],
    // People also say where they live.
    ['我是凤凰镇人，在张店上班，公交卡丢了', '单位门口', 'fenghuang', false],
    ['我住辛店街道，我妈家电梯坏了', '临园小区', 'xindian', false],
    ['停水了', '单位门口', 'linzi', false],
  ])('%s, at %s', (matter, place, id, sure) => {
    expect(understoodOf({ matter, place }, district).area).toMatchObject({ id, sure });
    expect(sorted({ matter, place }, district).sorting?.unsure.includes('area')).toBe(!sure);
  });

  it('is also what else it may be', () => {
    const { area } = understoodOf({ matter: '小徐村的路坏了' }, district);
    expect(area.sure).toBe(false);
    expect([...area.alternatives].sort()).toEqual([idOf('fenghuang', '小徐村'), idOf('qidu', '小徐村')].sort());
    expect(understoodOf({ matter: '我住辛店街道', place: '临园小区' }, district).area.alternatives).toHaveLength(1);
  });
});

describe('in danger', () => {
  const told = { matter: '电梯里困住两个人出不来了', inDanger: true };
  it('a matter is a cry for help of which a person must find the category', () => {
    expect(understoodOf({ matter: told.matter }, district).category.sure).toBe(true);
    expect(understoodOf(told, district)).toMatchObject({ kind: { id: 'help', sure: true }, category: { sure: false } });
    expect(sorted(told, district)).toMatchObject({ kind: 'help', sorting: { unsure: expect.arrayContaining(['category']) } });
  });
  it('what a person gave is kept', () => {
    expect(sorted({ ...told, category: 'public-order', kind: 'complaint' }, district)).toMatchObject({
      category: 'public-order',
      kind: 'complaint',
      sorting: { unsure: ['area'] },
    });
  });
});
