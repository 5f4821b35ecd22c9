<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>Keypad</name>
    <message>
        <source>按方向键选择，按确认键执行，按返回键后退，按帮助键重听。</source>
        <translation>Choose with the arrow keys, press Enter to confirm, Escape to go back, and Help to hear the page again.</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>您还在吗？</source>
        <translation>Are you still there?</translation>
    </message>
    <message>
        <source>没有操作的话，%1 秒后回到首页，
您的信息会清除。</source>
        <translation>If nothing is touched, this page closes in %1 s and your details are cleared.</translation>
    </message>
    <message>
        <source>我还在</source>
        <translation>Yes, I am</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>选业务</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>刷卡</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>取号</source>
        <translation>Number</translation>
    </message>
</context>
<context>
    <name>TopNotice</name>
    <message>
        <source>请拿走您的卡</source>
        <translation>Please take your card</translation>
    </message>
    <message>
        <source>读卡处还放着一张卡。不是您的，请交给导办台。</source>
        <translation>A card is still lying on the reader. If it is not yours, please hand it to the guide desk.</translation>
    </message>
</context>
</TS>
