import type { Process } from '../model.ts';

/** An AppImage by its name: it runs a program in a mount of its own, and serves that mount itself. */
export const isImage = (file: string): boolean => /\.appimage$/i.test(file);

/** Below the mounts of AppImages, and where one unpacks itself (AppImage runtime, type 2). */
const IN_IMAGE = /\/(?:\.mount_[^/]+|appimage_extracted_[^/]+)\//;

export const isInImage = (exe: string): boolean => IN_IMAGE.test(exe);

/** It serves the mount that a program runs from: asked to leave, it would take the program's file away. */
export const servesImage = ({ exe, traits }: Process): boolean =>
  exe.known && isImage(exe.value) && traits?.appImage === undefined;
