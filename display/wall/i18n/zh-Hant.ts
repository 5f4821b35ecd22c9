<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="zh_CN">
<context>
    <name>AbsentStrip</name>
    <message>
        <source>过号未到</source>
        <translation>過號未到</translation>
    </message>
    <message>
        <source>暂无过号</source>
        <translation>暫無過號</translation>
    </message>
</context>
<context>
    <name>CallPanel</name>
    <message>
        <source>请留意叫号</source>
        <translation>請留意叫號</translation>
    </message>
    <message>
        <source>再次呼叫</source>
        <translation>再次呼叫</translation>
    </message>
</context>
<context>
    <name>ClosedPage</name>
    <message>
        <source>%1 开始办公</source>
        <translation>%1 開始辦公</translation>
    </message>
    <message>
        <source>午间休息，%1 继续办公</source>
        <translation>午間休息，%1 繼續辦公</translation>
    </message>
    <message>
        <source>今天的业务已经办完</source>
        <translation>今天的業務已經辦完</translation>
    </message>
    <message>
        <source>今天不办公</source>
        <translation>今天不辦公</translation>
    </message>
    <message>
        <source>已取的号码仍然有效，顺序不变</source>
        <translation>已取的號碼仍然有效，順序不變</translation>
    </message>
</context>
<context>
    <name>EarlierCalls</name>
    <message>
        <source>号码</source>
        <translation>號碼</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>窗口</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>叫号大屏</source>
        <translation>叫號大屏</translation>
    </message>
</context>
<context>
    <name>RuleBand</name>
    <message>
        <source>过号后请到服务台，或在手机上点“我回来了”，即可继续等候。</source>
        <translation>過號後請到服務台，或在手機上點「我回來了」，即可繼續等候。</translation>
    </message>
</context>
<context>
    <name>StaleNotice</name>
    <message>
        <source>连接中断，画面停在 %1（%2 分钟前）</source>
        <translation>連線中斷，畫面停在 %1（%2 分鐘前）</translation>
    </message>
    <message>
        <source>连接中断，画面停在 %1</source>
        <translation>連線中斷，畫面停在 %1</translation>
    </message>
    <message>
        <source>请看手机，或到服务台询问</source>
        <translation>請看手機，或到服務台詢問</translation>
    </message>
</context>
<context>
    <name>StartingPage</name>
    <message>
        <source>正在准备叫号屏</source>
        <translation>正在準備叫號屏</translation>
    </message>
    <message>
        <source>叫号屏暂时连不上大厅</source>
        <translation>叫號屏暫時連不上大廳</translation>
    </message>
    <message>
        <source>您的号码仍然有效。请看手机，或到服务台询问</source>
        <translation>您的號碼仍然有效。請看手機，或到服務台詢問</translation>
    </message>
</context>
<context>
    <name>WaitingStrip</name>
    <message>
        <source>%1 等候</source>
        <translation>%1 等候</translation>
    </message>
    <message>
        <source>%1 暂无窗口</source>
        <translation>%1 暫無窗口</translation>
    </message>
</context>
<context>
    <name>WallHeader</name>
    <message>
        <source>扬声器被占用</source>
        <translation>揚聲器被佔用</translation>
    </message>
    <message>
        <source>部分无语音</source>
        <translation>部分無語音</translation>
    </message>
    <message>
        <source>无语音</source>
        <translation>無語音</translation>
    </message>
</context>
<context>
    <name>WindowLine</name>
    <message>
        <source>请到 %1 号窗口</source>
        <translation>請到 %1 號窗口</translation>
    </message>
    <message>
        <source>%1 号窗口</source>
        <translation>%1 號窗口</translation>
    </message>
</context>
</TS>
