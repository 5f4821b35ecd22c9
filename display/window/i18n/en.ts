<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>Foot</name>
    <message>
        <source>工号 %1</source>
        <translation>Staff no. %1</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>窗口屏</source>
        <translation>Window screen</translation>
    </message>
    <message>
        <source>连接中断，画面停在 %1，请听窗口人员安排</source>
        <translation>Connection lost at %1. Please follow the clerk</translation>
    </message>
</context>
<context>
    <name>Saying</name>
    <message>
        <source>本窗口未开放</source>
        <translation>This window is closed</translation>
    </message>
    <message>
        <source>请按叫号办理</source>
        <translation>Please come when your number is called</translation>
    </message>
    <message>
        <source>请到本窗口</source>
        <translation>Please come to this window</translation>
    </message>
    <message>
        <source>正在办理</source>
        <translation>Now serving</translation>
    </message>
    <message>
        <source>暂停服务</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>暂停服务，%1 恢复</source>
        <translation>Paused until %1</translation>
    </message>
    <message>
        <source>请您评价本次服务</source>
        <translation>Please rate this service</translation>
    </message>
    <message>
        <source>正在准备</source>
        <translation>Getting ready</translation>
    </message>
    <message>
        <source>暂时连不上大厅</source>
        <translation>The hall cannot be reached</translation>
    </message>
    <message>
        <source>请在评价器或手机上选择，自愿参加</source>
        <translation>On the pad or on your phone, if you like</translation>
    </message>
    <message>
        <source>请用手机扫小票上的二维码，自愿参加</source>
        <translation>With your phone, by the code on your ticket, if you like</translation>
    </message>
    <message>
        <source>请到 %1 号窗口</source>
        <translation>Please go to window %1</translation>
    </message>
    <message>
        <source>请留意大屏叫号</source>
        <translation>Please watch the call screen</translation>
    </message>
    <message>
        <source>请看大屏，或到服务台询问</source>
        <translation>Please watch the call screen, or ask at the service desk</translation>
    </message>
</context>
<context>
    <name>WindowNumber</name>
    <message>
        <source>号窗口</source>
        <translation>Window</translation>
    </message>
</context>
</TS>
