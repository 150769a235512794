/** The action that polkit asks a person for; it has to be installed by root. */
export const ACTION_ID = 'org.clean-exit.presence';

/** Where polkit reads actions (polkit(8)). */
export const ACTION_FOLDER = '/usr/share/polkit-1/actions';

/** The file that is installed: `auth_self` asks for the account's own password or finger each time. */
export const ACTION_FILE = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE policyconfig PUBLIC "-//freedesktop//DTD PolicyKit Policy Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/PolicyKit/1/policyconfig.dtd">
<policyconfig>
  <vendor>Clean Exit</vendor>
  <action id="org.clean-exit.presence">
    <description>Prove that you are there</description>
    <description xml:lang="zh_CN">验证您本人在场</description>
    <message>Clean Exit asks for you: your policy demands it before it goes on.</message>
    <message xml:lang="zh_CN">净退需要验证您本人：策略要求验证后才能继续。</message>
    <icon_name>system-lock-screen</icon_name>
    <defaults>
      <allow_any>auth_self</allow_any>
      <allow_inactive>auth_self</allow_inactive>
      <allow_active>auth_self</allow_active>
    </defaults>
  </action>
</policyconfig>
`;
