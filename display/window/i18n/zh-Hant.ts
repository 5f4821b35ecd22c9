<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="zh_CN">
<context>
    <name>Foot</name>
    <message>
        <source>工号 %1</source>
        <translation>工號 %1</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>窗口屏</source>
        <translation>窗口屏</translation>
    </message>
    <message>
        <source>连接中断，画面停在 %1，请听窗口人员安排</source>
        <translation>連線中斷，畫面停在 %1，請聽窗口人員安排</translation>
    </message>
</context>
<context>
    <name>Saying</name>
    <message>
        <source>本窗口未开放</source>
        <translation>本窗口未開放</translation>
    </message>
    <message>
        <source>请按叫号办理</source>
        <translation>請按叫號辦理</translation>
    </message>
    <message>
        <source>请到本窗口</source>
        <translation>請到本窗口</translation>
    </message>
    <message>
        <source>正在办理</source>
        <translation>正在辦理</translation>
    </message>
    <message>
        <source>暂停服务</source>
        <translation>暫停服務</translation>
    </message>
    <message>
        <source>暂停服务，%1 恢复</source>
        <translation>暫停服務，%1 恢復</translation>
    </message>
    <message>
        <source>请您评价本次服务</source>
        <translation>請您評價本次服務</translation>
    </message>
    <message>
        <source>正在准备</source>
        <translation>正在準備</translation>
    </message>
    <message>
        <source>暂时连不上大厅</source>
        <translation>暫時連不上大廳</translation>
    </message>
    <message>
        <source>请在评价器或手机上选择，自愿参加</source>
        <translation>請在評價器或手機上選擇，自願參加</translation>
    </message>
    <message>
        <source>请用手机扫小票上的二维码，自愿参加</source>
        <translation>請用手機掃小票上的二維碼，自願參加</translation>
    </message>
    <message>
        <source>请到 %1 号窗口</source>
        <translation>請到 %1 號窗口</translation>
    </message>
    <message>
        <source>请留意大屏叫号</source>
        <translation>請留意大屏叫號</translation>
    </message>
    <message>
        <source>请看大屏，或到服务台询问</source>
        <translation>請看大屏，或到服務台詢問</translation>
    </message>
</context>
<context>
    <name>WindowNumber</name>
    <message>
        <source>号窗口</source>
        <translation>號窗口</translation>
    </message>
</context>
</TS>
