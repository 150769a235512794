import { describe, expect, it } from 'vitest';
import { UNNAMED, type Process } from '../../../../shared/core/model.ts';
import { withMembers } from '../../../../shared/machine/linux/members.ts';
import { listProcesses } from '../../../../shared/machine/linux/processes.ts';
import { OURS, PF_EXITING, PF_KTHREAD, ProcTree } from './proc-tree.ts';

const CHAT = '/opt/chat/chat';
const isChat = (exe: string): boolean => exe === CHAT;

const listed = (tree: ProcTree, mayMatter = isChat) => listProcesses(mayMatter, tree.root, OURS);
const found = (tree: ProcTree, mayMatter = isChat): readonly Process[] => {
  const list = listed(tree, mayMatter);
  if (!list.known) throw new Error(JSON.stringify(list));
  return list.value;
};
const pids = (tree: ProcTree, mayMatter = isChat) => found(tree, mayMatter).map(({ pid }) => pid);

/** Lets something happen while the list is read: when the program of `pid` is looked at. */
function during(exe: string, happens: () => void): (shown: string) => boolean {
  let has = false;
  return (shown) => {
    if (shown === exe && !has) {
      has = true;
      happens();
    }
    return isChat(shown);
  };
}

describe('a client that changes its pid while it is looked at', () => {
  it('is found behind its new one', () => {
    const tree = new ProcTree({ pid: 100, exe: CHAT });
    const hops = during(CHAT, () => {
      tree.remove(100);
      tree.add({ pid: 50, exe: CHAT });
    });
    expect(pids(tree, hops)).toEqual([50, 1]);
  });

  it('is found as well where a shell that was passed already has become it', () => {
    const tree = new ProcTree({ pid: 100, exe: '/bin/sh' }, { pid: 200, exe: CHAT });
    const hops = during(CHAT, () => {
      tree.remove(200);
      tree.remove(100);
      tree.add({ pid: 100, exe: CHAT });
    });
    expect(pids(tree, hops)).toEqual([100, 1]);
  });

  it('is found behind one that is ending', () => {
    const ending = { exe: null, state: 'D', flags: PF_EXITING, args: [] };
    const tree = new ProcTree({ pid: 100, exe: '/bin/sh' }, { pid: 200, ...ending });
    const hops = during('/bin/sh', () => tree.add({ pid: 201, exe: CHAT }));
    expect(pids(tree, hops)).toContain(201);
  });

  it('is found as well where the numbers began again below', () => {
    const tree = new ProcTree({ pid: 100, exe: '/bin/sh' });
    tree.newest(32_000);
    const hops = during('/bin/sh', () => {
      tree.add({ pid: 50, exe: CHAT });
      tree.newest(50);
    });
    expect(pids(tree, hops)).toEqual([50, 1]);
  });

  it('each time that it is looked at is not known', () => {
    const tree = new ProcTree({ pid: 100, exe: CHAT });
    let pid = 100;
    const hops = (exe: string): boolean => {
      if (!isChat(exe)) return false;
      tree.remove(pid);
      tree.add({ pid: ++pid, exe: CHAT });
      return true;
    };
    expect(listed(tree, hops)).toMatchObject({ known: false, why: { code: 'failed' } });
  });

  it('is not known either where others vanish in every round', () => {
    const vanished = { exe: null, without: ['stat', 'status'] } as const;
    const tree = new ProcTree({ pid: 99, ...vanished }, { pid: 100, exe: '/usr/bin/cc' });
    let pid = 100;
    const compiles = (exe: string): boolean => {
      if (exe === '/usr/bin/cc') {
        tree.add({ pid: ++pid, ...vanished });
        tree.add({ pid: ++pid, exe });
      }
      return false;
    };
    expect(listed(tree, compiles)).toMatchObject({ known: false, why: { code: 'failed' } });
  });

  it('and leaves in the end is gone', () => {
    const tree = new ProcTree({ pid: 100, exe: CHAT });
    expect(
      pids(
        tree,
        during(CHAT, () => tree.remove(100)),
      ),
    ).toEqual([]);
  });
});

describe('a zombie', () => {
  it('is gone, and what it has become is looked for', () => {
    const zombie = { exe: null, state: 'Z', flags: PF_EXITING, args: [] };
    const tree = new ProcTree({ pid: 100, name: 'chat', ...zombie }, { pid: 300, exe: '/bin/sh' });
    expect(pids(tree)).toEqual([]);
    const late = during('/bin/sh', () => tree.add({ pid: 50, exe: CHAT }));
    expect(pids(tree, late)).toEqual([50, 1]);
  });

  it('whose threads go on is none', () => {
    const leader = { exe: null, state: 'Z', flags: PF_EXITING, threads: 3, args: [] };
    const tree = new ProcTree({ pid: 100, name: 'chat', ...leader });
    expect(found(tree)[0]).toMatchObject({ pid: 100, name: 'chat', exe: { known: false } });
  });
});

describe('a process that the kernel has begun to end', () => {
  it('is there until it has ended, although it has no program any more', () => {
    const dying = { exe: null, state: 'D', flags: PF_EXITING, args: [] };
    const tree = new ProcTree({ pid: 100, name: 'chat', ...dying });
    expect(found(tree)[0]).toMatchObject({ pid: 100, exiting: true, exe: { known: false } });
  });
});

describe('a kernel thread', () => {
  it('is no process of anybody, whether its missing program is told or denied', () => {
    const thread = { name: 'kworker', flags: PF_KTHREAD, parent: 2, args: [] };
    const tree = new ProcTree({ pid: 9, ...thread, exe: null }, { pid: 100, exe: CHAT });
    expect(pids(tree)).toEqual([100, 1]);
  });
});

describe('what cannot be read', () => {
  it('is unknown where a status is missing and its process is there', () => {
    const tree = new ProcTree({ pid: 100, exe: CHAT, without: ['status'] });
    expect(JSON.stringify(listed(tree))).toContain('status cannot be read');
  });

  it('concerns nobody where the process is no client’s', () => {
    const tree = new ProcTree({ pid: 100, exe: '/bin/sh', without: ['status'] });
    expect(pids(tree)).toEqual([]);
  });

  it('is unknown where nothing is listed at all', () => {
    const tree = new ProcTree();
    tree.remove(1);
    expect(listed(tree)).toMatchObject({ known: false });
  });
});

describe('a sandbox', () => {
  it('without a name is told by the numbers that it has for its own', () => {
    const tree = new ProcTree({ pid: 100, exe: CHAT, pids: [100, 2] }, { pid: 101, exe: CHAT });
    const boxes = found(tree).map(({ pid, sandbox }) => [pid, sandbox]);
    expect(boxes).toEqual([
      [100, UNNAMED],
      [101, undefined],
      [1, undefined],
    ]);
  });

  it('with a name has members that run a program of the system, below its bubblewrap', () => {
    const cgroup = '/user.slice/app-flatpak-com.tencent.WeChat-9.scope';
    const bwrap = { pid: 100, name: 'bwrap', exe: '/usr/bin/bwrap' };
    const tree = new ProcTree(
      { ...bwrap, children: [101, 102] },
      { pid: 101, parent: 100, exe: '/usr/bin/sleep', cgroup },
      { pid: 102, parent: 100, exe: '/usr/bin/sleep' },
    );
    const all = found(tree, (exe) => exe.endsWith('bwrap'));
    const named = (name: string) =>
      withMembers(all, new Set([name]), tree.root).map(({ pid }) => pid);
    expect(named('com.tencent.WeChat')).toEqual([100, 1, 101]);
    expect(named('com.qq.QQ')).toEqual([100, 1]);
  });
});

describe('a process of another user', () => {
  // Nothing is closed to root.
  it.skipIf(process.geteuid?.() === 0)('that hidepid hides makes nothing unknown', () => {
    const tree = new ProcTree({ pid: 100, exe: CHAT }, { pid: 200, owner: '1001' });
    tree.close(200);
    expect(pids(tree)).toEqual([100, 1]);
  });

  it('that hides its program is known by its name alone', () => {
    const tree = new ProcTree({ pid: 100, name: 'chat', exe: null, owner: '1001' });
    const [one] = found(tree);
    expect(one).toMatchObject({ owner: '1001', exe: { known: false } });
    expect(one).not.toHaveProperty('cwd');
  });
});
