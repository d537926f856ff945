module example.com/wristband

go 1.22
