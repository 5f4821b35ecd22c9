<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>AbsentStrip</name>
    <message>
        <source>过号未到</source>
        <translation>Missed</translation>
    </message>
    <message>
        <source>暂无过号</source>
        <translation>None missed</translation>
    </message>
</context>
<context>
    <name>CallPanel</name>
    <message>
        <source>请留意叫号</source>
        <translation>Please watch for your number</translation>
    </message>
    <message>
        <source>再次呼叫</source>
        <translation>Called again</translation>
    </message>
</context>
<context>
    <name>ClosedPage</name>
    <message>
        <source>%1 开始办公</source>
        <translation>Opens at %1</translation>
    </message>
    <message>
        <source>午间休息，%1 继续办公</source>
        <translation>Lunch break. Open again at %1</translation>
    </message>
    <message>
        <source>今天的业务已经办完</source>
        <translation>Closed for today</translation>
    </message>
    <message>
        <source>今天不办公</source>
        <translation>Closed today</translation>
    </message>
    <message>
        <source>已取的号码仍然有效，顺序不变</source>
        <translation>Your number stays valid and keeps its place</translation>
    </message>
</context>
<context>
    <name>EarlierCalls</name>
    <message>
        <source>号码</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>叫号大屏</source>
        <translation>Call screen</translation>
    </message>
</context>
<context>
    <name>RuleBand</name>
    <message>
        <source>过号后请到服务台，或在手机上点“我回来了”，即可继续等候。</source>
        <translation>Missed your number? Go to the service desk, or press "I am back" on your phone.</translation>
    </message>
</context>
<context>
    <name>StaleNotice</name>
    <message>
        <source>连接中断，画面停在 %1（%2 分钟前）</source>
        <translation>Connection lost at %1, %2 min ago</translation>
    </message>
    <message>
        <source>连接中断，画面停在 %1</source>
        <translation>Connection lost at %1</translation>
    </message>
    <message>
        <source>请看手机，或到服务台询问</source>
        <translation>Look at your phone or ask at the service desk.</translation>
    </message>
</context>
<context>
    <name>StartingPage</name>
    <message>
        <source>正在准备叫号屏</source>
        <translation>Getting ready</translation>
    </message>
    <message>
        <source>叫号屏暂时连不上大厅</source>
        <translation>This screen cannot reach the hall at the moment</translation>
    </message>
    <message>
        <source>您的号码仍然有效。请看手机，或到服务台询问</source>
        <translation>Your number stays valid. Please look at your phone, or ask at the service desk.</translation>
    </message>
</context>
<context>
    <name>WaitingStrip</name>
    <message>
        <source>%1 等候</source>
        <translation>%1: waiting</translation>
    </message>
    <message>
        <source>%1 暂无窗口</source>
        <translation>%1: no window</translation>
    </message>
</context>
<context>
    <name>WallHeader</name>
    <message>
        <source>扬声器被占用</source>
        <translation>Speaker in use</translation>
    </message>
    <message>
        <source>部分无语音</source>
        <translation>Partly silent</translation>
    </message>
    <message>
        <source>无语音</source>
        <translation>No sound</translation>
    </message>
</context>
<context>
    <name>WindowLine</name>
    <message>
        <source>请到 %1 号窗口</source>
        <translation>Please go to window %1</translation>
    </message>
    <message>
        <source>%1 号窗口</source>
        <translation>Window %1</translation>
    </message>
</context>
</TS>
