<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>Classes</name>
    <message>
        <source>受理</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>咨询</source>
        <translation>Enquire</translation>
    </message>
    <message>
        <source>取件</source>
        <translation>Collect</translation>
    </message>
    <message>
        <source>受</source>
        <translation>A</translation>
    </message>
    <message>
        <source>咨</source>
        <translation>E</translation>
    </message>
    <message>
        <source>取</source>
        <translation>C</translation>
    </message>
</context>
<context>
    <name>QrImage</name>
    <message>
        <source>二维码</source>
        <translation>QR code</translation>
    </message>
</context>
</TS>
