/** The text of quit.applescript: `npm run embed` writes this file. */
export default '-- Asks one application to quit, as its own menu does. Told: its bundle id. No timeout takes macOS\' question away.\non run argv\n\tset bundleId to item 1 of argv\n\tif application id bundleId is not running then error "not running" number -600\n\ttell application id bundleId to quit\nend run\n';
