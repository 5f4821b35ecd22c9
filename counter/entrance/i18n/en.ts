<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>Entrance</name>
    <message>
        <source>本机不能使用</source>
        <translation>This device cannot be used</translation>
    </message>
    <message>
        <source>本机未登记，或登记已被取消。请联系管理员重新登记本机。</source>
        <translation>This device is not enrolled, or no longer. Ask the administrator to enrol it again.</translation>
    </message>
    <message>
        <source>服务器不是本机登记的那一台。请联系管理员。</source>
        <translation>This is not the server this device was enrolled with. Ask the administrator.</translation>
    </message>
    <message>
        <source>服务器暂时连不上</source>
        <translation>The server is away</translation>
    </message>
    <message>
        <source>请填写工号和密码</source>
        <translation>Fill in staff number and password</translation>
    </message>
    <message>
        <source>工号或密码不对</source>
        <translation>Staff number or password is wrong</translation>
    </message>
    <message>
        <source>请重新输入。忘了密码请找管理员重设。</source>
        <translation>Type them again. The administrator can set a new password.</translation>
    </message>
    <message>
        <source>输错次数太多，请等几分钟</source>
        <translation>Too many failed attempts: wait a few minutes</translation>
    </message>
    <message>
        <source>之后再试。忘了密码请找管理员重设。</source>
        <translation>Then try again. The administrator can set a new password.</translation>
    </message>
    <message>
        <source>服务器不是本机登记的那一台</source>
        <translation>This is another server than this device's</translation>
    </message>
    <message>
        <source>请联系管理员。</source>
        <translation>Ask the administrator.</translation>
    </message>
</context>
</TS>
