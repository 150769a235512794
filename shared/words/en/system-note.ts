import type { Platform } from '../../core/model.ts';

/** Something to know on a system, whatever its checks say. */
export const systemNote = {
  macos:
    'If macOS asks whether this program may control an app, allow it. You can change this in System Settings → Privacy & Security → Automation (x-apple.systempreferences:com.apple.preference.security?Privacy_Automation).',
} satisfies Partial<Record<Platform, string>>;
