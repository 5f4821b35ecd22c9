"""HTTP SMS with Aliyun's short message service 阿里云短信 (Dysmsapi 2017-05-25)."""
