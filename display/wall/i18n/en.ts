<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
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
    <message>
        <source>请到 %1 号窗口</source>
        <translation>Please go to window %1</translation>
    </message>
    <message>
        <source>%1 号窗口</source>
        <translation>Window %1</translation>
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
    <name>StaleNotice</name>
    <message>
        <source>连接中断，以下是 %1 的叫号。请留意工作人员的通知</source>
        <translation>Connection lost. Calls as of %1. Please listen to the staff</translation>
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
        <translation>This screen cannot reach the hall just now</translation>
    </message>
    <message>
        <source>您的号码仍然有效，请留意工作人员的通知</source>
        <translation>Your number stays valid. Please listen to the staff</translation>
    </message>
</context>
<context>
    <name>WaitingStrip</name>
    <message>
        <source>等候</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>暂无窗口</source>
        <translation>No window</translation>
    </message>
</context>
<context>
    <name>WallHeader</name>
    <message>
        <source>无语音</source>
        <translation>No voice</translation>
    </message>
</context>
</TS>
