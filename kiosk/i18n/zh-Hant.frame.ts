<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="zh_CN">
<context>
    <name>Keypad</name>
    <message>
        <source>按方向键选择，按确认键执行，按返回键后退，按帮助键重听。</source>
        <translation>按方向鍵選擇，按確認鍵執行，按返回鍵後退，按說明鍵重聽。</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>您还在吗？</source>
        <translation>您還在嗎？</translation>
    </message>
    <message>
        <source>没有操作的话，%1 秒后回到首页，
您的信息会清除。</source>
        <translation>如沒有操作，%1 秒後返回首頁，
並清除您的資料。</translation>
    </message>
    <message>
        <source>我还在</source>
        <translation>我還在</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>选业务</source>
        <translation>選業務</translation>
    </message>
    <message>
        <source>刷卡</source>
        <translation>拍卡</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>取号</source>
        <translation>取號</translation>
    </message>
</context>
<context>
    <name>TopNotice</name>
    <message>
        <source>请拿走您的卡</source>
        <translation>請取回您的證件卡</translation>
    </message>
    <message>
        <source>读卡处还放着一张卡。不是您的，请交给导办台。</source>
        <translation>讀卡處仍有一張卡。如不是您的，請交給服務台。</translation>
    </message>
</context>
</TS>
